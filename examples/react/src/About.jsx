import { Link } from 'react-router'
import { articles } from './articles.js'

/** What this site is, and what it counts. */
export function About() {
  const [first] = articles
  return (
    <article>
      <title>About · Marginalia</title>
      <p className="kicker">About</p>
      <h1 id="start">What is counted here</h1>
      <div className="text">
        <p>
          When you copy a link of this site, or send one by the buttons, it gets a random tag. When
          somebody opens it we learn that it was passed on, and by what kind of channel; not by
          whom, and not to whom.
        </p>
        <p>
          Nothing is stored in your browser. Try it: copy the link to{' '}
          <Link to={`/read/${first.slug}`}>{first.title}</Link>, and open it in a private window.
        </p>
      </div>
    </article>
  )
}
