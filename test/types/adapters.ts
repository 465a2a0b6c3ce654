/** Compiled, never run: the adapters of all frameworks have the same names, and the types that their frameworks ask for. */
import type { Landing, Options, Tracker } from 'aparte'
import * as react from 'aparte/react'
import { email, en, fr, whatsapp } from 'aparte/share-bar'
import * as svelte from 'aparte/svelte'
import * as vue from 'aparte/vue'
import { createElement, type MouseEventHandler, type ReactElement } from 'react'
import { mount, type Component, type ComponentProps } from 'svelte'
import { createApp, h, type ComputedRef, type VNode } from 'vue'

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Holds<T extends true> = T
type Shared = 'shared' | 'cancelled' | 'failed'

export type Names = [
  Holds<Equal<keyof typeof react, keyof typeof vue>>,
  Holds<Equal<keyof typeof react, keyof typeof svelte>>,
  Holds<
    Equal<
      keyof typeof react,
      'AparteProvider' | 'ShareBar' | 'useLanding' | 'useShare' | 'useTracker'
    >
  >,
]

export type Values = [
  Holds<Equal<ReturnType<typeof react.useTracker>, Tracker | undefined>>,
  Holds<Equal<ReturnType<typeof react.useLanding>, Landing | undefined>>,
  Holds<Equal<ReturnType<typeof react.useShare>['url'], string>>,
  Holds<Equal<ReturnType<typeof vue.useTracker>, ComputedRef<Tracker | undefined>>>,
  Holds<Equal<ReturnType<typeof vue.useLanding>, ComputedRef<Landing | undefined>>>,
  Holds<Equal<ReturnType<typeof vue.useShare>['url'], ComputedRef<string>>>,
  Holds<Equal<ReturnType<typeof svelte.useTracker>['current'], Tracker | undefined>>,
  Holds<Equal<ReturnType<typeof svelte.useLanding>['current'], Landing | undefined>>,
  Holds<Equal<ReturnType<typeof svelte.useShare>['url'], string>>,
]

const { share, copy } = react.useShare({ url: '/a', title: undefined })
export const given: [Promise<Shared>, string, Promise<boolean>] = [share(), share('email'), copy()]
export const handlers: MouseEventHandler[] = [share, copy]
// @ts-expect-error: no such channel
void share('pigeon')

const options: Options = { endpoint: '/collect' }
const bar = { channels: [whatsapp, email], languages: [en, fr], url: 'https://journal.example/' }

export const elements: ReactElement[] = [
  createElement(react.AparteProvider, { options }, 'page'),
  createElement(react.AparteProvider),
  createElement(react.ShareBar, { ...bar, className: 'wide', onClick: () => {}, note: true }),
  // @ts-expect-error: the channels are missing
  createElement(react.ShareBar, { languages: [en] }),
  // @ts-expect-error: channels are imports, not names
  createElement(react.ShareBar, { ...bar, channels: ['whatsapp'] }),
  // @ts-expect-error: no such option
  createElement(react.AparteProvider, { options: { endpoint: '/collect', colour: 'red' } }),
]

const app = createApp({})
app.use(vue.AparteProvider, options)
app.use(vue.AparteProvider)
// @ts-expect-error: the endpoint is missing
app.use(vue.AparteProvider, {})
vue.useShare(() => ({ url: '/a' }))
export const nodes: VNode[] = [
  h(vue.AparteProvider, { options }, () => 'page'),
  h(vue.ShareBar, { ...bar, class: 'wide', more: [email] }),
  // @ts-expect-error: channels are imports, not names
  h(vue.ShareBar, { ...bar, channels: ['whatsapp'] }),
]

export const provider: Component<ComponentProps<typeof svelte.AparteProvider>> =
  svelte.AparteProvider
svelte.useShare(() => ({ url: '/a' }))
mount(svelte.ShareBar, {
  target: document.body,
  props: { ...bar, class: 'wide', 'data-label-copy-link': 'Copy it' },
})
mount(svelte.ShareBar, {
  target: document.body,
  // @ts-expect-error: channels are imports, not names
  props: { ...bar, channels: ['whatsapp'] },
})
