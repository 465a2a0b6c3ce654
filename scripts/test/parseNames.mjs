import { stages } from './stages.mjs'

/**
 * Reads the arguments of `npm test`: names of stages, none for all of them; `--ci` makes a missing browser a failure, as
 * the variable CI does.
 *
 * @param {string[]} args
 * @returns {{ wanted: import('./stages.mjs').Stage[], isCi: boolean } | string} a string is one sentence about what is wrong
 */
export function parseNames(args) {
  const names = args.filter((name) => name !== '--ci')
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown !== undefined) {
    return `Unknown stage ${unknown}: npm test knows ${stages.map(({ name }) => name).join(', ')} (and --ci).`
  }
  const variable = process.env['CI'] ?? ''
  return {
    wanted: names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name)),
    isCi: args.includes('--ci') || (variable !== '' && variable !== 'false' && variable !== '0'),
  }
}
