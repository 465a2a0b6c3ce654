/**
 * A number with its noun: `1 share`, `3 shares`, `2 people`.
 *
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 */
export const countOf = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
