import type { Severity } from '../../../finding';
import type { ExportFormat, JudgedAs, Tone } from './model';

/** The words of the web view that are always the same, in the reader's language. `{0}` is a place to fill. */
export interface Labels {
	readonly verdict: string;
	readonly tones: Readonly<Record<Tone, string>>;
	readonly severities: Readonly<Record<Severity, string>>;
	readonly locked: string;
	readonly inThisFile: string;
	readonly judgedAs: string;
	readonly purposes: Readonly<Record<JudgedAs, string>>;
	readonly host: string;
	readonly hostPlaceholder: string;
	readonly chain: string;
	readonly chainHint: string;
	readonly findings: string;
	readonly noFindings: string;
	readonly cure: string;
	readonly source: string;
	readonly explain: string;
	readonly fileFindings: string;
	readonly details: string;
	readonly connection: string;
	readonly actions: string;
	readonly copy: string;
	readonly exports: Readonly<Record<ExportFormat, string>>;
	readonly exportChainHint: string;
	readonly copyBase64: string;
	readonly checkRevocation: string;
	readonly useInSpecification: string;
	readonly fetchAuthorities: string;
	readonly rememberPassword: string;
	readonly passwordRemembered: string;
	readonly openAsText: string;
}
