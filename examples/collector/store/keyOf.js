/**
 * What makes an event one: `keyOf('journal.example', 'V1StGXR8_Z5jdHi6B-myT')`. Neither a site nor an id holds a blank.
 *
 * @param {string} site
 * @param {string} id
 */
export const keyOf = (site, id) => `${site} ${id}`
