// Writes ThirdPartyNotices.txt: the licences of the packages that esbuild took into dist/, as its metafile tells.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, root } from './project.mjs';

const licenceFile = /^(licen[cs]e|copying|notice)/i;

const { inputs } = JSON.parse(readFileSync(join(root, 'dist', 'metafile.json'), 'utf8'));
const folders = [...new Set(Object.keys(inputs).flatMap((input) => packageFolder(input) ?? []))].sort();
const sections = folders.map(section);

writeFileSync(
	join(root, 'ThirdPartyNotices.txt'),
	[
		`${readManifest().displayName} contains software of others. Their licences follow.\n`,
		...sections.map((text) => `${'-'.repeat(80)}\n${text}`),
	].join('\n'),
);

/** `node_modules/@scope/name/lib/x.js` is a file of the package in `node_modules/@scope/name`. */
function packageFolder(input) {
	return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function section(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
	const files = readdirSync(join(root, folder)).filter((file) => licenceFile.test(file));
	if (files.length === 0) {
		throw new Error(
			`${folder} is in the product, but it has no licence file to show. Add its licence here by hand.`,
		);
	}
	const texts = files.sort().map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
	return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
