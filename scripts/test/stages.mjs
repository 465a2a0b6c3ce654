/**
 * A stage of `npm test`: one script of package.json. `vitest` stages count their tests, every other stage counts as one.
 * `needsBuild` says that it reads `dist`.
 *
 * @typedef {{ name: string, script: string, isVitest: boolean, needsBuild: boolean }} Stage
 */

/**
 * The stages in their order. The build comes before lint and types, earlier than a reader would expect: tests and examples
 * import `aparte` by its name, which leads to the declarations in `dist`, and typed lint rules follow them.
 *
 * @type {Stage[]}
 */
export const stages = [
  { name: 'format', script: 'format:check', isVitest: false, needsBuild: false },
  { name: 'build', script: 'build', isVitest: false, needsBuild: false },
  { name: 'lint', script: 'lint', isVitest: false, needsBuild: true },
  { name: 'types', script: 'types', isVitest: false, needsBuild: true },
  { name: 'unit', script: 'test:unit', isVitest: true, needsBuild: false },
  { name: 'package', script: 'test:package', isVitest: true, needsBuild: true },
  { name: 'integration', script: 'test:integration', isVitest: true, needsBuild: true },
  { name: 'browser', script: 'test:browser', isVitest: true, needsBuild: true },
  { name: 'start', script: 'test:start', isVitest: true, needsBuild: true },
]
