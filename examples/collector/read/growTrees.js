/**
 * What the first preview bot told of where a share went: told by its user agent, not measured.
 *
 * @typedef {object} Preview
 * @property {string} network whose bot it was, such as `Slack`
 * @property {'server' | 'device'} fetchedBy `device`: while the message was written
 * @property {string} [channel]
 * @property {string} [kind]
 * @property {number} [ts] milliseconds since 1970
 */

/**
 * A share as the trees are grown from it.
 *
 * @typedef {object} Share
 * @property {string} key site and token
 * @property {string | undefined} parentKey
 * @property {string} site
 * @property {string} token
 * @property {string | undefined} parent
 * @property {string} channel
 * @property {string} kind
 * @property {number} depth
 * @property {number} ts milliseconds since 1970
 * @property {boolean} certain
 * @property {string} shared the page that was passed on
 * @property {number} landings
 * @property {number} people
 * @property {Preview} [preview]
 */

/**
 * A share in a tree, with the shares that began from it.
 *
 * @typedef {object} Node
 * @property {string} token
 * @property {string} channel
 * @property {string} kind
 * @property {number} depth
 * @property {number} ts
 * @property {boolean} certain
 * @property {number} landings
 * @property {number} people
 * @property {Preview} [preview]
 * @property {Node[]} children oldest first
 */

/**
 * All chains that began with one page.
 *
 * @typedef {object} Tree
 * @property {string} site
 * @property {string} page the page that the first share of each chain passed on
 * @property {number} shares certain ones
 * @property {number} landings
 * @property {number} people
 * @property {Node[]} roots newest first
 */

const MAX_TREES = 20
// Deeper than any chain of people; keeps a forged one from overflowing whoever walks the tree.
const MAX_LEVELS = 64

/**
 * Joins shares to trees by their parents. A share whose parent is not among them is a root; a tree holds the roots of one
 * page. A share that was only offered is left out while nobody came by it. Gives the 20 trees with the most recent shares.
 *
 * @param {ReadonlyMap<string, Share>} shares by key
 * @returns {Tree[]}
 */
export function growTrees(shares) {
  /** @type {Map<string, Share[]>} */
  const childrenOf = new Map()
  /** @type {Share[]} */
  const roots = []
  const oldestFirst = [...shares.values()].sort((a, b) => a.ts - b.ts)
  for (const share of oldestFirst) {
    const parentKey = share.parentKey === share.key ? undefined : share.parentKey
    if (parentKey === undefined || !shares.has(parentKey)) roots.push(share)
    else {
      const siblings = childrenOf.get(parentKey)
      if (siblings) siblings.push(share)
      else childrenOf.set(parentKey, [share])
    }
  }
  /** @type {Map<string, { tree: Tree, latest: number }>} */
  const trees = new Map()
  /** @type {Set<Share>} */
  const seen = new Set()
  // What no root leads to is forged, a circle or a chain too deep, and begins with its oldest share.
  for (const root of [...roots, ...oldestFirst]) {
    if (seen.has(root)) continue
    const key = `${root.site} ${root.shared}`
    const entry = trees.get(key) ?? {
      tree: { site: root.site, page: root.shared, shares: 0, landings: 0, people: 0, roots: [] },
      latest: 0,
    }
    const node = nodeOf(root, 1)
    if (!node) continue
    entry.tree.roots.push(node)
    trees.set(key, entry)

    /** @type {Node[]} */
    const open = [node]
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.certain) entry.tree.shares++
      entry.tree.landings += next.landings
      entry.tree.people += next.people
      entry.latest = Math.max(entry.latest, next.ts)
      open.push(...next.children)
    }
  }
  return [...trees.values()]
    .sort((a, b) => b.latest - a.latest)
    .slice(0, MAX_TREES)
    .map(({ tree }) => ({ ...tree, roots: tree.roots.sort((a, b) => b.ts - a.ts) }))

  /** @param {Share} share @param {number} level @returns {Node | undefined} */
  function nodeOf(share, level) {
    seen.add(share)
    const { token, channel, kind, depth, ts, certain, landings, people, preview } = share
    const told = preview ? { preview } : {}
    /** @type {Node[]} */
    const children = []
    if (level < MAX_LEVELS)
      for (const child of childrenOf.get(share.key) ?? []) {
        const node = seen.has(child) ? undefined : nodeOf(child, level + 1)
        if (node) children.push(node)
      }
    if (!certain && !landings && !children.length) return undefined
    return { token, channel, kind, depth, ts, certain, landings, people, ...told, children }
  }
}
