import { NavLink, Outlet, ScrollRestoration } from 'react-router'
import { Greeting } from './Greeting.jsx'

/** What stands around every page. */
export function Layout() {
  return (
    <div className="frame">
      <header className="masthead">
        <NavLink className="name" to="/" end>
          Marginalia
        </NavLink>
        <nav aria-label="Pages">
          <NavLink to="/" end>
            Reading
          </NavLink>
          <NavLink to="/about">About</NavLink>
        </nav>
      </header>
      <Greeting />
      <main>
        <Outlet />
      </main>
      <footer>
        An example of aparté with React and React Router. Names and stories are invented; the
        counting is real.
      </footer>
      <ScrollRestoration />
    </div>
  )
}
