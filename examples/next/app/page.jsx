import Link from 'next/link'
import { PassOn } from '../components/PassOn.jsx'
import { articles } from '../lib/articles.js'
import { readOrigin } from '../lib/readOrigin.js'

/** The front page: the list of articles. */
export default async function Home() {
  return (
    <>
      <h1 id="start">What happens on forty plots</h1>
      <p className="lead">
        A ledger of small things from an allotment by the railway: tools, customs, and one pumpkin.
      </p>
      <ul className="list">
        {articles.map(({ slug, kicker, title, lead, minutes }) => (
          <li key={slug}>
            <p className="kicker">{kicker}</p>
            <h2>
              <Link href={`/read/${slug}`}>{title}</Link>
            </h2>
            <p>{lead}</p>
            <p className="minutes">{minutes} minutes</p>
          </li>
        ))}
      </ul>
      <PassOn url={`${await readOrigin()}/`} title="Plot by Plot" />
    </>
  )
}
