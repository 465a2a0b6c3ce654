import { isBusy } from './isBusy.js'

/** Finds a port that is free together with the four after it. Ports below those the system hands out to clients. */
export async function findFreeBase(): Promise<number> {
  for (;;) {
    const base = 20_000 + Math.floor(Math.random() * 10_000)
    const ports = [0, 1, 2, 3, 4].map((offset) => isBusy(base + offset))
    if (!(await Promise.all(ports)).includes(true)) return base
  }
}
