/** Makes a function that reports what `run` throws, as `page`, and returns undefined then, instead of throwing it there. */
export function guard<Args extends unknown[], Result>(
  run: (...args: Args) => Result,
  report: (code: 'page', cause: unknown) => void,
): (...args: Args) => Result | undefined {
  return (...args) => {
    try {
      return run(...args)
    } catch (cause) {
      report('page', cause)
      return undefined
    }
  }
}
