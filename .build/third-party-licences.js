import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** Writes `third-party-licenses.txt`: every package of which something is in the bundle, with its licence's text. */
export const thirdPartyLicences = () => ({
	name: 'third-party-licences',
	generateBundle(_options, bundle) {
		const modules = Object.values(bundle).flatMap(chunk => chunk.moduleIds ?? []);
		const foreign = modules.filter(id => id.includes('node_modules')).map(pathOf);
		const packages = Map.groupBy(foreign, packageFolder);
		const entries = [...packages].map(([folder, files]) => entry(folder, files)).sort();
		this.emitFile({type: 'asset', fileName: 'third-party-licenses.txt', source: `${introduction}${entries.join('')}`});
	},
});

const introduction = 'ovh-cti-board contains parts of the following packages, each under its own licence.\n';

const rule = `\n${'-'.repeat(80)}\n\n`;

const pathOf = id => id.replace(/^\0/, '').replace(/\?.*$/, '');

/** The folder of the package a file belongs to. */
const packageFolder = file => {
	let folder = dirname(file);
	while (!isPackage(folder)) folder = dirname(folder);
	return folder;
};

/** Some packages hold a nameless package.json that only tells the kind of modules. */
const isPackage = folder => {
	const path = join(folder, 'package.json');
	return existsSync(path) && JSON.parse(readFileSync(path, 'utf8')).name !== undefined;
};

const entry = (folder, files) => {
	const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const texts = licenceFiles(folder).map(path => readFileSync(path, 'utf8').trim());
	if (texts.length === 0) texts.push(licenceFromSource(files, license) ?? missing(name));
	return `${rule}${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
};

const missing = name => {
	throw new Error(`${name} is in the bundle and has no licence`);
};

/** Also the licences of what a package contains itself. */
const licenceFiles = folder =>
	readdirSync(folder, {recursive: true, withFileTypes: true})
		.filter(file => file.isFile() && /^(licen[cs]e|notice|copying)s?(\.(md|txt))?$/i.test(file.name))
		.map(file => join(file.parentPath, file.name))
		.filter(path => !path.slice(folder.length).includes(`node_modules`))
		.sort((one, other) => one.length - other.length);

/** Some packages leave their licence out, and only name its holder in each file. */
const licenceFromSource = (files, license) => {
	const notices = files.map(file => /Copyright .*/.exec(readFileSync(file, 'utf8').slice(0, 500))?.[0]);
	const [notice] = notices.filter(found => found !== undefined);
	return notice && license === 'MIT' ? `MIT License\n\n${notice.trim()}\n\n${mitTerms}` : undefined;
};

const mitTerms = readFileSync('node_modules/meow/license', 'utf8').split('\n\n').slice(2).join('\n\n').trim();
