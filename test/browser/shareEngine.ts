import type { Engine, EngineName } from './drivers/engine.js'

declare global {
  /** Engines that run in this process. Not of a module: each test file has modules of its own. */
  var aparteEngines: Map<EngineName, Promise<Engine>> | undefined
}

/**
 * The engine of this name, started where none runs. Test files that one process runs share it, because browsers take seconds to
 * start; contexts keep the files apart. It ends with the process.
 */
export async function shareEngine(name: EngineName, start: () => Promise<Engine>): Promise<Engine> {
  globalThis.aparteEngines ??= new Map()
  const running = await globalThis.aparteEngines.get(name)?.catch(() => undefined)
  if (running?.isRunning()) return running
  const started = start()
  globalThis.aparteEngines.set(name, started)
  return started
}
