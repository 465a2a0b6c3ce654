import { createServer } from 'node:net'

/** Tells whether somebody holds a port of 127.0.0.1. */
export function isBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
}
