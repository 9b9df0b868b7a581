import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cachedFolder } from './cacheFolder.mjs';
import { installPackage } from './installPackage.mjs';
import { root } from './project.mjs';

/** Only who makes the images needs it, so it is no dependency of the clone. */
const encoder = 'sharp@0.35.5';

const images = join(root, 'docs', 'images');

/**
 * Puts the PNGs of a folder in docs/images, with a palette: as good to look at and half as large, which a repository keeps for ever.
 *
 * @param {string} folder
 */
export async function keepImages(folder) {
	const installed = await cachedFolder(encoder.replace('@', '-'), async (target) => {
		console.log(`Installing what makes images small (once; npm package ${encoder}) ...`);
		await installPackage(target, encoder);
	});
	const sharp = createRequire(join(installed, 'package.json'))('sharp');
	for (const name of readdirSync(folder).sort()) {
		const small = await sharp(join(folder, name))
			.png({ palette: true, colours: 128, effort: 10, compressionLevel: 9, dither: 0 })
			.toBuffer();
		writeFileSync(join(images, name), small);
		console.log(`docs/images/${name}: ${small.length} bytes`);
	}
	const total = readdirSync(images).reduce((sum, name) => sum + statSync(join(images, name)).size, 0);
	console.log(`docs/images together: ${total} bytes`);
}
