import { editions } from '../content/editions.js'

/**
 * Path of an article: `/harbour/last-crossing`, `/fr/port/derniere-traversee`.
 *
 * @param {{ lang: 'en' | 'fr', section: string, slug: string }} article
 */
export const pathOf = ({ lang, section, slug }) => `${editions[lang].home}${section}/${slug}`
