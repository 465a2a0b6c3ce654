import type { LogLine } from './logLine.js'
import { readTextLine } from './readTextLine.js'
import { targetOf } from './targetOf.js'

/** Deeper, nothing stands that is looked for. */
const MAX_DEPTH = 4
/** Names are compared with those around them, as letters only: `>request>headers>useragent`, `>csuseragent`, `>httpuseragent`. */
const AGENT = /(?:useragent(?:>original)?|>ua|>agent|httpagent)$/
const TARGET = /(?:ur[il](?:>?original|>?full)?|path|request|requestline|req|target|uristem)$/
const QUERY = /(?:>args|querystring|query)$/
const TIME =
  /(?:>ts|>t|>time|>msec|>date|(?:date|event)time|timestamp(?:ms)?|time(?:local|iso|utc)|startutc|startlocal|timestart)$/
/** What belongs to somebody else's URL, or to the answer. */
const FOREIGN = /refer|redirect|upstream|origin(?!al)|response|cookie|cert|duration|elapsed|latency/

/**
 * Reads a line of JSON as nginx, Caddy, Traefik, Cloudflare and others write it, by the names of its fields at any depth.
 * Undefined for a line that is no JSON object, or whose fields name neither a request nor a user agent.
 */
export function readJsonLine(line: string): LogLine | undefined {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return undefined // SyntaxError: a line that was cut, or no JSON at all
  }
  const paths: string[] = []
  const targets: string[] = []
  const queries: string[] = []
  const agents: string[] = []
  const times: unknown[] = []
  const read = (name: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH) return
      const isList = Array.isArray(value)
      for (const [key, inner] of Object.entries(value))
        read(isList ? name : `${name}>${key}`, inner, depth + 1)
      return
    }
    const key = name.toLowerCase().replace(/[^a-z>]/g, '')
    if (FOREIGN.test(key)) return
    if (typeof value === 'string' && AGENT.test(key)) agents.push(value)
    else if (typeof value === 'string' && QUERY.test(key)) queries.push(value.replace(/^\??/, '?'))
    else if (typeof value === 'string' && TARGET.test(key)) {
      const target = targetOf(value)
      if (target !== undefined) targets.push(target)
      else paths.push(value)
    } else if (TIME.test(key)) times.push(value)
  }
  read('', given, 0)
  // A query may have a field of its own, and so may the day.
  targets.push(...paths, ...queries)
  if (times.length > 1) times.push(times.join(' '))
  const found = { targets, agents, times }
  if (targets.length && agents.length) return found
  // Containers and shippers of logs wrap each line that was written.
  const { log, message } = given as Record<string, unknown> // JSON that begins with a brace is an object
  const inner = [log, message].find((text) => typeof text === 'string')
  const text = typeof inner === 'string' ? readTextLine(inner.trim()) : undefined
  return text ?? (targets.length || agents.length ? found : undefined)
}
