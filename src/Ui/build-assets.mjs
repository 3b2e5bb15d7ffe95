// Makes the served assets: one style sheet (Bootstrap cut down to what the pages use, then our own), our script, htmx; and for the pages
// that show and check cards without a network their scripts, what draws QR codes and what checks signatures.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';

const here = dirname(fileURLToPath(import.meta.url));
const from = (...parts) => join(here, ...parts);

// Pages may name any class; C# only inside string literals, else every English identifier would keep a Bootstrap rule alive.
const words = (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [];
const literals = (text) => words((text.match(/"(?:[^"\\\n]|\\.)*"/g) ?? []).join(' '));

async function concatenate(folder, extension) {
  const names = (await readdir(from(folder))).filter((name) => name.endsWith(extension)).sort();
  const texts = await Promise.all(names.map((name) => readFile(from(folder, name), 'utf8')));
  return texts.join('\n');
}

async function purge(css) {
  const sources = ['Ui', 'Host', 'Modules'].map((folder) => resolve(here, '..', folder).replaceAll('\\', '/'));
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: sources.flatMap((folder) => [`${folder}/**/*.cshtml`, `${folder}/**/*.cs`, `${folder}/Scripts/*.js`, `${folder}/Cards/*.js`]),
    skippedContentGlobs: ['**/obj/**', '**/bin/**', '**/node_modules/**'],
    extractors: [{ extensions: ['cshtml', 'js'], extractor: words }, { extensions: ['cs'], extractor: literals }],
    // States that the browser or htmx sets.
    safelist: [/^htmx-/, 'html', 'body', 'dk-js'],
    variables: true,
    keyframes: true,
  });
  return purged.css;
}

function minify(css) {
  const root = postcss.parse(css);
  root.walkComments((comment) => void comment.remove());
  root.walk((node) => {
    const important = node.important ? { important: '!important' } : {};
    node.raws = { before: '', after: '', between: node.type === 'decl' ? ':' : '', afterName: ' ', semicolon: false, ...important };
    if (node.type === 'rule') node.selector = node.selector.replace(/\s*([,>])\s*/g, '$1').replace(/\s+/g, ' ');
    if (node.type === 'decl') node.value = node.value.replace(/\s+/g, ' ').replace(/,\s/g, ',');
  });
  root.raws = {};
  return root.toString();
}

// Unchanged content keeps its file time, so that nothing downstream is built again.
async function write(path, text) {
  const old = await readFile(path, 'utf8').catch(() => null);
  if (old === text) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const bootstrap = await readFile(from('node_modules/bootstrap/dist/css/bootstrap.min.css'), 'utf8');
const own = await concatenate('Styles', '.css');
const cut = await purge(bootstrap + own);
await write(from('wwwroot/css/doanket.css'), minify(cut));
await write(from('wwwroot/js/doanket.js'), await concatenate('Scripts', '.js'));
await write(from('wwwroot/lib/htmx.min.js'), await readFile(from('node_modules/htmx.org/dist/htmx.min.js'), 'utf8'));
for (const name of ['own-card.js', 'check-card.js'])
  await write(from('wwwroot/js', name), await readFile(from('Cards', name), 'utf8'));
await write(from('wwwroot/lib/qrcode.js'), await readFile(from('node_modules/qrcode-generator/dist/qrcode.js'), 'utf8'));
await write(from('wwwroot/lib/ed25519.js'), await readFile(from('node_modules/@noble/ed25519/index.js'), 'utf8'));
