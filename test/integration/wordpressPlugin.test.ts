/** The WordPress plugin in WordPress itself, where PHP, MariaDB and WordPress are installed: settings, script tags, share bar. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { root } from '../../scripts/setup/root.mjs'
import { findWordPress, openWordPress, type WordPress } from './openWordPress.js'

const found = findWordPress()

/** The elements of this name, as written. */
const elementsOf = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([element]) => element)
const scriptsOf = (html: string): string[] => elementsOf(html, /<script[^>]*plugins\/aparte[^>]*>/g)
const namesOf = (html: string): (string | undefined)[] =>
  scriptsOf(html).map((script) => /scripts\/([a-z.-]+)/.exec(script)?.[1])
const barOf = (html: string): string => /<share-bar.*?<\/share-bar>/s.exec(html)?.[0] ?? ''

/** Text as PHP reads it between single quotes. */
const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`

if (typeof found === 'string') test.skip(`WordPress is not run: ${found}`, () => undefined)
else
  describe('the plugin in WordPress', () => {
    let wordpress: WordPress
    let cookies = ''
    let post = ''
    beforeAll(async () => {
      wordpress = await openWordPress(found)
    })
    afterAll(() => wordpress.close())

    const get = async (path: string): Promise<string> =>
      (await fetch(wordpress.url + path, { headers: { cookie: cookies } })).text()
    const send = (path: string, fields: [string, string][]): Promise<Response> =>
      fetch(wordpress.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields),
      })
    const publish = (title: string, content = 'The council voted.'): Promise<string> =>
      wordpress.php(
        `echo wp_insert_post( [ 'post_title' => ${quote(title)}, 'post_content' => ${quote(content)}, 'post_status' => 'publish' ] );`,
      )
    /** The stored settings, as JSON does them. */
    const stored = async (): Promise<unknown> =>
      JSON.parse(await wordpress.php(`echo json_encode( get_option( 'aparte' ) );`))
    const store = (options: object): Promise<string> =>
      wordpress.php(
        `update_option( 'aparte', json_decode( ${quote(JSON.stringify(options))}, true ) );`,
      )

    beforeEach(async () => {
      cookies = ''
      post = await publish('Last crossing')
      await wordpress.php(`delete_option( 'aparte' );`)
    })

    /** Logs in, and gives the hidden fields of the settings form. */
    async function openSettings(): Promise<{ html: string; hidden: [string, string][] }> {
      cookies = 'wordpress_test_cookie=WP%20Cookie%20check'
      const entered = await send('/wp-login.php', [
        ['log', 'editor'],
        ['pwd', 'secret'],
        ['testcookie', '1'],
      ])
      cookies = entered.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
      const html = await get('/wp-admin/options-general.php?page=aparte')
      const hidden = elementsOf(html, /<input[^>]*type=["']hidden["'][^>]*>/g).map(
        (input): [string, string] => [
          /name=["'](.*?)["']/.exec(input)?.[1] ?? '',
          /value=["'](.*?)["']/.exec(input)?.[1] ?? '',
        ],
      )
      return { html, hidden }
    }

    it('prints no script before there is an endpoint, and no bar unasked', async () => {
      const html = await get(`/?p=${post}`)
      expect(html).toContain('The council voted.')
      expect(html).not.toMatch(/plugins\/aparte|<share-bar/)
    })

    it('saves what the settings page sends, with its nonce, and without one nothing', async () => {
      const { html, hidden } = await openSettings()
      expect(html).toContain('name="aparte[endpoint]"')
      expect(hidden.map(([name]) => name)).toContain('_wpnonce')
      const fields: [string, string][] = [
        ['aparte[endpoint]', '/collect'],
        ['aparte[consent]', 'tcf'],
        ['aparte[exclude]', '/cart/\n  /account/ checkout/'],
        ['aparte[bar]', '1'],
        ['aparte[channels][]', 'email'],
        ['aparte[channels][]', 'whatsapp'],
        ['aparte[channels][]', 'nonsense'],
      ]
      const refused = await send('/wp-admin/options.php', [
        ...hidden.filter(([name]) => name !== '_wpnonce'),
        ...fields,
      ])
      expect(refused.status).toBe(403)
      expect(await stored()).toBe(false)
      const saved = await send('/wp-admin/options.php', [...hidden, ...fields])
      expect(saved.status).toBe(302)
      expect(await stored()).toEqual({
        endpoint: '/collect',
        consent: 'tcf',
        exclude: '/cart/\n/account/',
        bar: true,
        channels: ['whatsapp', 'email'],
      })
      const again = await get('/wp-admin/options-general.php?page=aparte&settings-updated=true')
      expect(again).toContain('Paths begin with a slash.')
      expect(again).toMatch(/value="tcf" selected/)
    })

    it.each([
      ['javascript:alert(1)', ''],
      ['//elsewhere.example/collect', ''],
      ['collect', ''],
      ['ftp://c.example/', ''],
      ['https://c.example/collect?a=1&b=2', 'https://c.example/collect?a=1&b=2'],
      ['/collect', '/collect'],
    ])('takes the endpoint %j for %j', async (given, endpoint) => {
      const { hidden } = await openSettings()
      await send('/wp-admin/options.php', [...hidden, ['aparte[endpoint]', given]])
      expect(await stored()).toMatchObject({
        endpoint,
        consent: 'denied',
        bar: false,
        channels: [],
      })
    })

    it('escapes what is in the settings, wherever it is printed', async () => {
      const evil = `/x" onerror='1'><script>hack()</script>`
      await store({
        endpoint: evil,
        exclude: evil,
        consent: evil,
        bar: true,
        channels: [evil, 'sms'],
      })
      const { html: settings } = await openSettings()
      const page = await get(`/?p=${post}`)
      for (const html of [settings, page]) {
        expect(html).not.toContain('<script>hack')
        expect(html).not.toMatch(/ onerror='1'>/)
      }
      expect(settings).toContain('&lt;script&gt;hack()')
      expect(namesOf(page)).toEqual(['aparte.share-bar.min.js', 'aparte.min.js'])
      expect(scriptsOf(page)[1]).toContain(
        'data-endpoint="/x&quot; onerror=&#039;1&#039;&gt;&lt;script',
      )
      expect(elementsOf(barOf(page), /<a /g)).toHaveLength(1)
    })

    it('writes one async script tag with the options, whose file is there', async () => {
      await store({ endpoint: '/collect', exclude: '/cart/\n/account/' })
      const [script = '', ...more] = scriptsOf(await get(`/?p=${post}`))
      expect(more).toEqual([])
      expect(script).toMatch(/ async /)
      expect(script).toContain(' data-endpoint="/collect" ')
      expect(script).toContain(' data-consent="cookieless" ')
      expect(script).toContain(' data-exclude="/cart/ /account/" ')
      const src = /src='(.*?)'/.exec(script)?.[1] ?? ''
      expect(await (await fetch(src)).text()).toBe(
        await readFile(`${root}dist/aparte.min.js`, 'utf8'),
      )
    })

    it.each(['tcf', 'google'])('loads the adapter %s first, and waits for it', async (consent) => {
      await store({ endpoint: '/collect', consent })
      const html = await get(`/?p=${post}`)
      const scripts = scriptsOf(html)
      expect(namesOf(html)).toEqual([`aparte.${consent}.min.js`, 'aparte.min.js'])
      for (const script of scripts) expect(script).toMatch(/ defer /)
      expect(scripts[1]).toContain('data-consent="pending"')
      expect(scripts.join()).not.toContain(' async')
    })

    it('leaves the administration and previews alone', async () => {
      await store({ endpoint: '/collect' })
      await openSettings()
      expect(scriptsOf(await get('/wp-admin/'))).toEqual([])
      expect(scriptsOf(await get(`/?p=${post}`))).toHaveLength(1)
      const draft = await publish('Not yet')
      await wordpress.php(`wp_update_post( [ 'ID' => ${draft}, 'post_status' => 'draft' ] );`)
      const preview = await get(`/?p=${draft}&preview=true`)
      expect(preview).toContain('Not yet')
      expect(scriptsOf(preview)).toEqual([])
    })

    it('prints links that share the post, below it, with its title as it reads', async () => {
      await store({ endpoint: '', bar: true, channels: ['whatsapp', 'email', 'viber', 'x'] })
      post = await publish('Tides & "times" <i>here</i>')
      const html = await get(`/?p=${post}`)
      const bar = barOf(html)
      expect(html.indexOf('The council voted.')).toBeLessThan(html.indexOf(bar))
      const url = `${wordpress.url}/?p=${post}`
      expect(bar).toContain(`<share-bar url="${url}" `)
      const links = elementsOf(bar, /<a .*?>/g)
      const hrefs = links.map((link) => /href="(.*?)"/.exec(link)?.[1]?.replaceAll('&#038;', '&'))
      const title = encodeURIComponent('Tides & “times” here')
      const shared = encodeURIComponent(url)
      expect(hrefs).toEqual([
        `https://wa.me/?text=${title}%20${shared}`,
        `mailto:?subject=${title}&body=${shared}`,
        `viber://forward?text=${title}%20${shared}`,
        `https://x.com/intent/post?url=${shared}&text=${title}`,
      ])
      const blank = links.map((link) => link.includes('target="_blank" rel="noopener"'))
      expect(blank).toEqual([true, false, false, true])
    })

    it('prints no second bar below a post that has one in its text', async () => {
      await store({ endpoint: '', bar: true })
      post = await publish('A', 'Before [aparte_share] after.')
      expect((await get(`/?p=${post}`)).match(/<share-bar/g)).toHaveLength(1)
    })

    it('prints the bar where the shortcode stands, with what it needs', async () => {
      const plain = post
      await store({ endpoint: '', bar: false })
      post = await publish('A', 'Before [aparte_share channels="reddit, line bogus"] after.')
      const html = await get(`/?p=${post}`)
      expect(html.match(/<share-bar/g)).toHaveLength(1)
      expect(html).toMatch(/Before <share-bar.*<\/share-bar> after\./)
      const channels = [...barOf(html).matchAll(/data-channel="(.*?)"/g)].map(([, name]) => name)
      expect(channels).toEqual(['reddit', 'line'])
      expect(barOf(html)).toContain(' channels="reddit line"')
      // Its script and its style sheet come with it, and to no other page.
      expect(namesOf(html)).toEqual(['aparte.share-bar.min.js'])
      expect(html).toMatch(/<link rel='stylesheet'[^>]*aparte\.share-bar\.css/)
      expect(await get(`/?p=${plain}`)).not.toMatch(/plugins\/aparte/)
    })

    it('takes its option along when it is uninstalled, and has made PHP say nothing', async () => {
      await store({ endpoint: '/collect' })
      await wordpress.php(`
        require_once ABSPATH . 'wp-admin/includes/plugin.php';
        deactivate_plugins( 'aparte/aparte.php' );
        uninstall_plugin( 'aparte/aparte.php' );`)
      expect(await stored()).toBe(false)
      const log = await wordpress.php(`echo @file_get_contents( WP_CONTENT_DIR . '/debug.log' );`)
      expect(log.split('\n').filter((line) => line.includes('plugins/aparte'))).toEqual([])
    })
  })
