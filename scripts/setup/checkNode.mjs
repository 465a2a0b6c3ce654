/** The oldest Node that the library, its examples and its tools run on. */
const MIN_MAJOR = 20

/**
 * Ends the program with one sentence where Node is too old. It has to run before anything newer is imported, so scripts
 * import it first and load the rest afterwards.
 */
export function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= MIN_MAJOR) return
  console.error(
    `aparté needs Node ${MIN_MAJOR} or newer, and this is Node ${process.versions.node}: get a current one from https://nodejs.org.`,
  )
  process.exit(1)
}
