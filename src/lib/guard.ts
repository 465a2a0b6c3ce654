/** Makes a function that reports what `run` throws, and returns undefined then, instead of throwing it into the page. */
export function guard<Args extends unknown[], Result>(
  run: (...args: Args) => Result,
  onThrow: (cause: unknown) => void,
): (...args: Args) => Result | undefined {
  return (...args) => {
    try {
      return run(...args)
    } catch (cause) {
      onThrow(cause)
      return undefined
    }
  }
}
