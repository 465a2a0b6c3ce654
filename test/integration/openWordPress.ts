/** WordPress itself, with the plugin of `examples/wordpress` and a database of its own, in a temporary folder. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../scripts/setup/root.mjs'
import { waitFor } from '../browser/waitFor.js'
import { findPrograms } from './findPrograms.js'
import { freePort } from '../freePort.js'

const run = promisify(execFile)
const PLUGIN = `${root}examples/wordpress/`

/** A running site. */
export interface WordPress {
  url: string
  /** Runs PHP inside WordPress, as its own pages do, and gives what it prints. */
  php: (code: string) => Promise<string>
  close: () => Promise<void>
}

/** The programs and the folder of WordPress: `APARTE_WORDPRESS`, else Debian's. A text says what is missing. */
export function findWordPress(): { programs: Record<string, string>; source: string } | string {
  const programs = findPrograms('php', 'mariadbd')
  const source = process.env['APARTE_WORDPRESS'] ?? '/usr/share/wordpress'
  if (typeof programs === 'string') return programs
  const loaded = execFileSync(programs.php, ['-r', 'echo extension_loaded("mysqli");'])
  if (String(loaded) !== '1') return 'PHP has no mysqli'
  return existsSync(`${source}/wp-includes/version.php`)
    ? { programs, source }
    : `no WordPress in ${source}; APARTE_WORDPRESS names its folder`
}

// The least that is a theme: a title and the content of a post, with the places where plugins write.
const THEME = `<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title><?php wp_title(); ?></title><?php wp_head(); ?></head><body <?php body_class(); ?>>
<?php while ( have_posts() ) { the_post(); echo '<h1 id="start">'; the_title(); echo '</h1>'; the_content(); } ?>
<?php wp_footer(); ?></body></html>`

const configure = (socket: string): string => `<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_USER', '${userInfo().username}' ); define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' ); define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_LOG', true ); define( 'WP_DEBUG_DISPLAY', false );
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';`

const install = (url: string): string => `
define( 'WP_INSTALLING', true ); define( 'WP_SITEURL', '${url}' ); $_SERVER['HTTP_HOST'] = '${new URL(url).host}';
function wp_new_blog_notification() {}
require getcwd() . '/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'The harbour', 'editor', 'editor@journal.example', true, '', 'secret' );
update_option( 'template', 'plain' ); update_option( 'stylesheet', 'plain' );
activate_plugin( 'aparte/aparte.php' );`

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Installs WordPress with the plugin switched on, and starts it. */
export async function openWordPress({
  programs,
  source,
}: Exclude<ReturnType<typeof findWordPress>, string>): Promise<WordPress> {
  const { php = '', mariadbd = '' } = programs
  const folder = await mkdtemp(path.join(tmpdir(), 'aparte-wordpress-'))
  const [site, data, socket] = [`${folder}/site`, `${folder}/data`, `${folder}/socket`]
  const children: ChildProcess[] = []
  const close = async (): Promise<void> => {
    for (const child of children.reverse()) await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  const start = (program: string, args: string[]): ChildProcess => {
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
    children.push(child)
    return child
  }
  try {
    // Links of Debian to shared files need not lead anywhere: what they hold is not needed here.
    await cp(source, site, { recursive: true, verbatimSymlinks: true })
    await cp(`${PLUGIN}aparte`, `${site}/wp-content/plugins/aparte`, { recursive: true })
    const scripts = `${site}/wp-content/plugins/aparte/scripts`
    await run(process.execPath, [`${PLUGIN}copyScripts.js`, scripts])
    await mkdir(`${site}/wp-content/themes/plain`, { recursive: true })
    await writeFile(`${site}/wp-content/themes/plain/style.css`, '/* Theme Name: Plain */')
    await writeFile(`${site}/wp-content/themes/plain/index.php`, THEME)
    await writeFile(`${site}/wp-config.php`, configure(socket))

    await mkdir(data)
    // An empty folder is enough where nobody is asked who they are. No other machine or user reaches the socket.
    const database = start(mariadbd, [
      '--no-defaults',
      '--skip-grant-tables',
      '--skip-networking',
      `--user=${userInfo().username}`,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${folder}/pid`,
    ])
    await waitFor('the database', async () => {
      if (database.exitCode !== null) throw new Error('the database has ended')
      return existsSync(socket)
    })
    const runPhp = async (code: string): Promise<string> => {
      const { stdout } = await run(php, ['-d', 'display_errors=stderr', '-r', code], { cwd: site })
      return stdout
    }
    await runPhp(
      `(new mysqli('localhost', '${userInfo().username}', '', '', 0, '${socket}'))->query('CREATE DATABASE wordpress');`,
    )
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    await runPhp(install(url))
    start(php, ['-S', `127.0.0.1:${port}`, '-t', site])
    await waitFor('WordPress', () =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const load = `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require getcwd() . '/wp-load.php';`
    return { url, php: (code) => runPhp(`${load} ${code}`), close }
  } catch (cause) {
    await close()
    throw cause
  }
}
