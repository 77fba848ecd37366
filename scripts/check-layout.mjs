// Enforces the shape of the house (docs/architecture.md): who may import whom, what files may be called, how long they get.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, normalize, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const words = (text) => new Set(text.trim().split(/\s+/));

const rootFolders = words('app components lib db e2e scripts docs public');
const topics = words(
  'auth factors directory applications signups preferences tenants partners consent devices batches conflicts profiles oem support suspensions viewing audit mail jobs webhooks wire clients people setup live notifications testing',
);
const libFiles = words('command query errors env clock log paths');
const shared = new Set([...topics, 'ui', 'shell']);
const bannedNames = words('utils util helpers helper misc manager managers data common types');
const skipped = words('node_modules test-results playwright-report');
const sources = words('.ts .tsx .mjs .css');

/** Which part of the house may import which; what is not listed stands outside (`next.config.ts` and its like). */
const mayImport = {
  app: words('app components lib'),
  root: words('app components lib root'),
  components: words('components lib'),
  lib: words('lib db'),
  db: words('db'),
  scripts: words('scripts lib db'),
  e2e: words('e2e scripts lib db'),
};
const nextAllowed = [/^app\//, /^[^/]+$/, /^lib\/auth\/session\.ts$/, /^scripts\//, /^e2e\//];
const nextInComponents = words('next/link next/navigation');
const lineLimit = 300;

const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file);
const partOf = (file) => (file.includes('/') ? file.split('/', 1)[0] : /\.config\.ts$/.test(file) ? 'scripts' : 'root');
const stem = (file) => basename(file).replace(/\..*$/, '');

function* walk(root, folder = '') {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      yield `${path}/`;
      yield* walk(root, path);
    } else if (entry.isFile()) yield path;
  }
}

const withoutComments = (source) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Every import and re-export: what it names, and whether only types come with it. */
function importsOf(source) {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";()]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;
  return [...source.matchAll(pattern)].map((m) => ({ typeOnly: Boolean(m[1]), target: m[2] ?? m[3] }));
}

/** The imported file's path from the root, without its ending; null for a package. */
function resolveImport(file, target) {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return normalize(join(dirname(file), target));
  return null;
}

/** Checks the tree under `root`; returns one sentence per problem and the line counts of all sources. */
export function checkLayout(root) {
  const problems = [];
  const files = new Map();
  const lengths = [];
  const say = (file, sentence) => problems.push(`${file}: ${sentence}`);

  for (const path of walk(root)) {
    const parts = path.split('/');
    if (path.endsWith('/')) {
      const [part, topic] = parts;
      if (parts.length === 2 && !rootFolders.has(part)) say(path, 'is not one of the folders of this project');
      if (part === 'lib' && parts.length === 3 && !topics.has(topic)) say(path, 'is not a topic of the domain');
      if (part === 'components' && parts.length === 3 && !shared.has(topic)) say(path, 'is neither ui nor a topic');
      if (bannedNames.has(parts.at(-2))) say(path, 'has a name that says nothing');
      continue;
    }
    if (!sources.has(extname(path))) continue;
    const source = readFileSync(join(root, path), 'utf8');
    const lines = source.split('\n').length - 1;
    if (!isTest(path)) lengths.push(lines);
    if (!isTest(path) && lines > lineLimit) say(path, `has ${lines} lines, more than ${lineLimit}`);
    const name = stem(path);
    if (bannedNames.has(name.split('-').at(-1))) say(path, 'has a name that says nothing');
    if (name === 'index' && path !== 'db/index.ts') say(path, 'is a barrel; import from the file itself');
    if (path.startsWith('lib/') && parts.length === 2 && !libFiles.has(name)) say(path, 'belongs into a topic folder');
    const code = withoutComments(source);
    if (!isTest(path) && path !== 'db/schema.ts' && /^export \* from/m.test(code))
      say(path, 're-exports a whole file; import from the file itself');
    const imports = importsOf(code).map((found) => ({ ...found, file: resolveImport(path, found.target) }));
    files.set(path.replace(/\.\w+$/, ''), { path, code, imports });
  }

  const gates = (code, gate) => (code.match(new RegExp(`= ${gate}[(<]`, 'g')) ?? []).length;
  const pure = new Map();
  /** A pure file reaches neither a gate nor the database, by whatever way. */
  const isPure = (key) => {
    const file = files.get(key);
    if (!file || pure.has(key)) return pure.get(key) ?? true;
    pure.set(key, true);
    const impure =
      gates(file.code, 'command') + gates(file.code, 'query') > 0 ||
      file.imports.some((i) => !i.typeOnly && i.file && (partOf(`${i.file}/`) === 'db' || !isPure(i.file)));
    pure.set(key, !impure);
    return !impure;
  };

  for (const { path, code, imports } of files.values()) {
    if (isTest(path)) continue;
    const part = partOf(path);
    for (const { target, typeOnly, file } of imports) {
      const isNext = /^next(\/|$)/.test(target);
      if (isNext && part === 'components' && !nextInComponents.has(target)) say(path, `imports ${target}`);
      if (isNext && part !== 'components' && !nextAllowed.some((rule) => rule.test(path)))
        say(path, `imports ${target}`);
      if (file === null || file.endsWith('.json')) continue;
      const into = files.has(file) && !file.includes('/') ? 'root' : partOf(`${file}/`);
      const inUi = path.startsWith('components/ui/');
      if (!mayImport[part]?.has(into)) say(path, `imports ${target}; ${part} may not import ${into}`);
      else if (inUi && !file.startsWith('components/ui/'))
        say(path, `imports ${target}; components/ui knows only itself`);
      else if (part === 'components' && into === 'lib' && !typeOnly && !isPure(file))
        say(path, `imports ${target}, which is no pure file`);
    }
    const commands = gates(code, 'command');
    if (commands > 1) say(path, `makes ${commands} commands; one file, one command`);
    if (commands > 0 && !/^lib\/\w+\//.test(path)) say(path, 'makes a command outside lib/<topic>/');
    if (gates(code, 'query') > 0 && !/^lib\/\w+\/(\w+-)*queries\.ts$/.test(path))
      say(path, 'makes a query outside lib/<topic>/queries.ts');
  }
  return { problems, lengths: lengths.sort((a, b) => a - b) };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? '.');
  const { problems, lengths } = checkLayout(root);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  for (const problem of problems) console.error(problem);
  console.log(`${lengths.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${lengths.at(-1) ?? 0}`);
  if (problems.length > 0) console.error(`${problems.length} problems in ${relative('.', root) || 'the layout'}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
