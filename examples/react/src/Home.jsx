import { Link } from 'react-router'
import { PassOn } from './PassOn.jsx'
import { articles } from './articles.js'

/** The front page: the list of articles. */
export function Home() {
  return (
    <>
      <title>Marginalia</title>
      <h1 id="start">Notes from the edge of the page</h1>
      <p className="lead">
        Four short pieces about reading, for people who put things between the leaves of books and
        forget them there.
      </p>
      <ul className="list">
        {articles.map(({ slug, kicker, title, lead, minutes }) => (
          <li key={slug}>
            <p className="kicker">{kicker}</p>
            <h2>
              <Link to={`/read/${slug}`}>{title}</Link>
            </h2>
            <p>{lead}</p>
            <p className="minutes">{minutes} minutes</p>
          </li>
        ))}
      </ul>
      <PassOn title="Marginalia" />
    </>
  )
}
