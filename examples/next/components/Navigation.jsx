'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The two pages of the site; the current one is marked. */
export function Navigation() {
  const pathname = usePathname()
  const current = (path) => (pathname === path ? 'page' : undefined)
  return (
    <nav aria-label="Pages">
      <Link href="/" aria-current={current('/')}>
        Ledger
      </Link>
      <Link href="/about" aria-current={current('/about')}>
        About
      </Link>
    </nav>
  )
}
