import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house (docs/architecture.md): a folder imports only what stands below it.
 * `src/text.ts`, `src/ways.ts` and `src/finding.ts` are the ground and may be imported from everywhere.
 */
const floors = [
	['xml', 'identifiers'],
	['schema', 'certificates'],
	['documents'],
	['validation', 'ebms'],
	['onboarding'],
	['cli', 'editor'],
];

const vscodeIsForTheEditor = {
	name: 'vscode',
	message: 'The core knows no VS Code: only src/extension.ts and src/editor/ import it.',
};

function floorRules() {
	return floors.flatMap((floor, level) => {
		const above = floors.slice(level + 1).flat();
		return floor.map((folder) => ({
			files: [`src/${folder}/**/*.ts`],
			rules: {
				'@typescript-eslint/no-restricted-imports': [
					'error',
					{
						paths: folder === 'editor' ? [] : [vscodeIsForTheEditor],
						patterns: above.length
							? [
									{
										group: above.flatMap((name) => [`**/${name}/**`, `**/${name}`]),
										message: 'Dependencies point downward only (docs/architecture.md).',
									},
								]
							: [],
					},
				],
			},
		}));
	});
}

const commandLineOnly = [
	{
		object: 'process',
		property: 'argv',
		message: 'Only src/cli/ reads the command line.',
	},
	{
		object: 'process',
		property: 'stdout',
		message: 'Only src/cli/ writes to stdout.',
	},
];

export default tseslint.config(
	{ ignores: ['dist/', 'out/', 'node_modules/', 'test/oracle/node_modules/', 'test/editor/out/'] },
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			curly: 'error',
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ['src/**/*.ts'],
		ignores: ['src/extension.ts', 'src/editor/**', 'src/cli/**'],
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { paths: [vscodeIsForTheEditor] }],
			'no-restricted-properties': ['error', ...commandLineOnly],
		},
	},
	...floorRules(),
	{
		files: ['test/**/*.ts', 'scripts/**/*.ts'],
		rules: { 'no-console': 'off' },
	},
	{
		files: ['**/*.mjs'],
		languageOptions: {
			globals: {
				process: 'readonly',
				console: 'readonly',
				URL: 'readonly',
				Buffer: 'readonly',
				setTimeout: 'readonly',
				clearTimeout: 'readonly',
				performance: 'readonly',
				fetch: 'readonly',
			},
		},
	},
);
