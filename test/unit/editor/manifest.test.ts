import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../../../package.json';
import titles from '../../../package.nls.json';
import { trustReasons } from '../../../src/editor/trustReasons';

const text = readFileSync('package.json', 'utf8');

describe('the manifest of the extension', () => {
	it('has a Dutch title for each placeholder, and no title too many', () => {
		const placeholders = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);
		assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(titles).sort());
	});

	it('puts each command in the palette under the name of the product', () => {
		for (const { command, category, title } of manifest.contributes.commands) {
			assert.match(command, /^lopendeZaken\.[a-z]\w+$/);
			assert.equal(category, 'Lopende Zaken');
			assert.equal(title, `%command.${command.replace('lopendeZaken.', '')}%`);
		}
	});

	it('ends the title of a command that first asks something with an ellipsis', () => {
		const asking =
			/^(Kies|Nieuwe?|Filter|Exporteer|Maak|Voeg|Niet van|Beslis|Verstuur|Inspecteer certificaat…|Controleer WUS|Stel)/;
		const without = Object.entries(titles).filter(
			([key, title]) => key.startsWith('command.') && asking.test(title) && !title.endsWith('…'),
		);
		assert.deepEqual(
			without.map(([key]) => key),
			['command.activateConnection'],
		);
	});

	it('names in its menus only commands that it has', () => {
		const known = new Set(manifest.contributes.commands.map(({ command }) => command));
		const used = Object.values(manifest.contributes.menus).flatMap((menu) =>
			menu.map(({ command }) => command),
		);
		assert.deepEqual(
			used.filter((command) => !known.has(command)),
			[],
		);
	});

	it('keeps settings that name places on disk from a workspace that is not trusted', () => {
		const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
		assert.deepEqual(restrictedConfigurations, [
			'lopendeZaken.schemas.folders',
			'lopendeZaken.certificates.trust',
			'lopendeZaken.connections',
		]);
		assert.equal(
			manifest.contributes.configuration.properties['lopendeZaken.schemas.folders'].scope,
			'machine-overridable',
		);
	});

	it('offers in a workspace that is not trusted no command that needs trust, and all others', () => {
		const needsTrust = manifest.contributes.commands
			.filter((command) => command.enablement?.includes('isWorkspaceTrusted'))
			.map(({ command }) => command);
		// Those with an underscore stand in no menu.
		const guarded = Object.keys(trustReasons).filter((command) => !command.startsWith('lopendeZaken._'));
		assert.deepEqual(needsTrust.sort(), guarded.sort());
	});

	it('has no walkthrough that VS Code opens by itself when the extension is installed', () => {
		assert.deepEqual(
			manifest.contributes.walkthroughs.map(({ when }) => when),
			['lopendeZaken.isActive'],
		);
	});

	it('does nothing when VS Code starts', () => {
		assert.deepEqual(manifest.activationEvents, [
			'onLanguage:xml',
			'onWebviewPanel:lopendeZaken.endpoint',
			'onWebviewPanel:lopendeZaken.cpa',
			'onWebviewPanel:lopendeZaken.comparison',
		]);
	});
});
