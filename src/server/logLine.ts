/** What is looked at in one line of an access log. */
export interface LogLine {
  /** What may have been asked for: a path with its query, or a whole URL. Empty where the request was no HTTP. */
  targets: readonly string[]
  /** What may be the user agent; empty where the log names none. */
  agents: readonly string[]
  /** What may be its time, as it is written; the first that `readLogTime` reads counts. */
  times: readonly unknown[]
}
