import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @type {import('next').NextConfig} */
export default {
  // aparte is linked from the root of this repository, so the build has to look there. From the registry, leave this out.
  turbopack: { root },
  outputFileTracingRoot: root,
}
