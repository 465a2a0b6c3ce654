import { headers } from 'next/headers'

/** The address of the site: `SITE` in the environment, else what the reader's browser has asked for. */
export async function readOrigin() {
  const given = await headers()
  return process.env.SITE ?? `http://${given.get('host')}`
}
