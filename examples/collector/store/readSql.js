import { readFileSync } from 'node:fs'

/**
 * Reads one statement of the folder `sql`: `readSql('totals')`. Throws where there is no such file.
 *
 * @param {string} name file name without its ending
 * @returns {string}
 */
export const readSql = (name) =>
  readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8')
