import * as parts from '../../../src/share-bar/index.js'
import type { AppProps } from './app.js'

/** Reads what `renderOnServer` gives the process: props as JSON, with the names of channels and languages in place of them. */
export function readServerProps(): AppProps {
  const props: AppProps & { bar?: { [key: string]: unknown } } = JSON.parse(process.argv[2] ?? '')
  const named = (names: unknown): unknown[] =>
    [names].flat().map((name) => Object.entries(parts).find(([key]) => key === name)?.[1])
  for (const key of ['channels', 'more', 'languages'])
    if (props.bar?.[key]) props.bar[key] = named(props.bar[key])
  return props
}
