import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { curlCommand, type CurlSources } from '../../../src/ebms/ping/curlCommand';
import type { HttpRequest } from '../../../src/ebms/transport/sendRequest';
import { temporaryFolder } from '../certificates/pki/tools';
import { fixed, securePeer } from './peers';
import { chainPem, hierarchy, serverCertificate } from './pingTesting';

const request: HttpRequest = {
	method: 'POST',
	url: 'https://msh.example.org/ebms?a=1&b=2',
	headers: {
		host: 'msh.example.org',
		'content-type': 'text/xml',
		soapaction: '"ebXML"',
		connection: 'close',
	},
	body: "<a>it's</a>\n",
};
const sources: CurlSources = {
	certificate: 'map met spatie/c.pem',
	key: 'k.pem',
	isPkcs12: false,
	passphraseVariable: null,
	trust: [{ file: 'root.pem', isDer: false }],
	proxy: null,
	timeout: 30,
};

describe('A Ping as a command for curl', () => {
	it('is the same request, with paths and nothing secret', () => {
		assert.equal(
			curlCommand(request, sources),
			`curl --include --silent --show-error --max-time 30 \\
  --tlsv1.2 \\
  --cert 'map met spatie/c.pem' \\
  --key k.pem \\
  --cacert root.pem \\
  --header 'content-type: text/xml' \\
  --header 'soapaction: "ebXML"' \\
  --data-binary '<a>it'\\''s</a>
' \\
  'https://msh.example.org/ebms?a=1&b=2'`,
		);
	});

	it('names the variable of a passphrase and the proxy', () => {
		const command = curlCommand(request, {
			...sources,
			certificate: 'c.p12',
			key: null,
			isPkcs12: true,
			passphraseVariable: 'GEHEIM',
			trust: [
				{ file: 'a.pem', isDer: false },
				{ file: 'c.cer', isDer: true },
				{ file: 'b c.pem', isDer: false },
			],
			proxy: 'http://proxy:3128',
		});
		for (const part of [
			'--cert c.p12 \\\n  --cert-type P12 \\\n  --pass "$GEHEIM"',
			"--cacert <(cat a.pem 'b c.pem'; openssl x509 -inform der -in c.cer)",
			'--proxy http://proxy:3128 --proxytunnel',
		]) {
			assert.ok(command.includes(part), command);
		}
	});

	it('works', async () => {
		const folder = temporaryFolder();
		const client = hierarchy.leaf();
		writeFileSync(join(folder, 'c.pem'), chainPem(client));
		writeFileSync(join(folder, 'k.pem'), client.keyPem);
		writeFileSync(join(folder, 'root.pem'), hierarchy.root.pem);
		const peer = await securePeer(
			{ ...serverCertificate(), requestCert: true, ca: hierarchy.root.pem },
			fixed(200, 'gelukt'),
		);
		const command = curlCommand({ ...request, url: peer.url }, { ...sources, certificate: 'c.pem' });
		const child = spawn('bash', ['-c', command], { cwd: folder });
		const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
		await peer.close();
		assert.match(output, /^HTTP\/1\.1 200 OK\r\n[^]*gelukt$/);
		assert.deepEqual(peer.bodies, [request.body]);
	});
});
