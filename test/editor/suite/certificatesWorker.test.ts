import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { commands, extensions } from 'vscode';
import { makePki } from '../../unit/certificates/pki/makePki';
import { pkcs12 } from '../../unit/certificates/pki/pkcs12Writer';
import { createSuiteFolder } from './editing';
import { print } from './print';

describe('reading certificates', () => {
	before(() => extensions.getExtension('lopende-zaken.lopende-zaken')?.activate());

	it('leaves the editor free, however long it takes', async () => {
		const folder = createSuiteFolder('certificaten');
		const { g4 } = makePki();
		const slow = pkcs12({
			certificates: [{ der: g4.leaf().der }],
			password: 'geheim',
			encryption: 'pbes2',
			mac: 'sha256',
			iterations: 400_000,
		});
		for (let number = 0; number < 4; number++) {
			folder.write(`${number}.p12`, slow);
		}
		const delay = monitorEventLoopDelay({ resolution: 1 });
		let turns = 0;
		const timer = setInterval(() => turns++, 5);
		delay.enable();
		const start = performance.now();
		await commands.executeCommand('lopendeZaken.refreshCertificates');
		const milliseconds = performance.now() - start;
		delay.disable();
		clearInterval(timer);
		folder.remove();
		print(
			`${Math.round(milliseconds)} ms of reading; the editor waited at most ${Math.round(delay.max / 1e6)} ms`,
		);
		assert.ok(milliseconds > 100, 'it is slow enough to tell');
		assert.ok(turns > milliseconds / 50, `${turns} turns in ${milliseconds} ms`);
	});
});
