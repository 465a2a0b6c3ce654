import { run } from './run.mjs'

/**
 * Runs npm with the arguments given: the very npm that started this script where there is one, else the one on the path.
 * On Windows `npm` is a batch file, which `spawn` refuses: there it has to be npm's own script.
 *
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const script = process.env['npm_execpath']
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args], options)
    : run('npm', args, options)
}
