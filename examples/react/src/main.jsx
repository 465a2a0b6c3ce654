import { copy, contextMenu, nativeShare, shareLinks } from 'aparte'
import { AparteProvider } from 'aparte/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { About } from './About.jsx'
import { Article } from './Article.jsx'
import { Home } from './Home.jsx'
import { Layout } from './Layout.jsx'
import './site.css'

/** Another endpoint by `VITE_APARTE_ENDPOINT` in the environment of the build, such as a collector on a host of its own. */
const options = {
  endpoint: import.meta.env.VITE_APARTE_ENDPOINT ?? '/collect',
  gestures: [copy(), shareLinks(), nativeShare(), contextMenu()],
  onError: ({ code, cause }) => console.warn('aparte', code, cause),
}

const router = createBrowserRouter([
  {
    Component: Layout,
    children: [
      { index: true, Component: Home },
      { path: 'about', Component: About },
      { path: 'read/:slug', Component: Article },
    ],
  },
])

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <AparteProvider options={options}>
      <RouterProvider router={router} />
    </AparteProvider>
  </StrictMode>,
)
