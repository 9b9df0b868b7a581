// Writes ThirdPartyNotices.txt: the licences of the packages that esbuild took into dist/, as its metafile tells.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, root } from './project.mjs';

const licenceFile = /^(licen[cs]e|copying|notice)/i;

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to
whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

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
	const { name, version, license, author } = JSON.parse(
		readFileSync(join(root, folder, 'package.json'), 'utf8'),
	);
	const files = readdirSync(join(root, folder)).filter((file) => licenceFile.test(file));
	const texts = files.sort().map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
	if (texts.length === 0) {
		texts.push(standardText(folder, license, author));
	}
	return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** For a package that names its licence in its manifest and brings no text of it. */
function standardText(folder, license, author) {
	const holder = typeof author === 'string' ? author : author?.name;
	if (license !== 'MIT' || !holder) {
		throw new Error(
			`${folder} is in the product, but it has no licence file to show. Say here what its licence is.`,
		);
	}
	return `Copyright (c) ${holder}\n\n${mit}`;
}
