import Link from 'next/link'
import { Greeting } from '../components/Greeting.jsx'
import { Measured } from '../components/Measured.jsx'
import { Navigation } from '../components/Navigation.jsx'
import './site.css'

export const metadata = {
  title: { default: 'Plot by Plot', template: '%s · Plot by Plot' },
  icons: { icon: 'data:,' },
}
export const viewport = { colorScheme: 'light dark' }

/** What stands around every page. */
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <Measured endpoint={process.env.APARTE_ENDPOINT ?? '/collect'}>
          <div className="frame">
            <header className="masthead">
              <Link className="name" href="/">
                Plot by Plot
              </Link>
              <Navigation />
            </header>
            <Greeting />
            <main>{children}</main>
            <footer>
              An example of aparté with Next.js, rendered on the server. Names and beans are
              invented; the counting is real.
            </footer>
          </div>
        </Measured>
      </body>
    </html>
  )
}
