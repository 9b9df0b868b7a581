import type { ExtensionContext, Uri } from 'vscode';
import type { Services } from '../services';
import type { CertificateJudgement } from './certificateJudgement';
import { createPasswords, type Passwords } from './passwords';

/** What the features about certificates work with. Nothing of it reads anything before it is asked. */
export interface CertificateServices extends Services, Omit<CertificateJudgement, 'complete' | 'dispose'> {
	readonly passwords: Passwords;
	readonly extensionUri: Uri;
}

export function createCertificateServices(
	services: Services,
	{ extensionUri, secrets }: Pick<ExtensionContext, 'extensionUri' | 'secrets'>,
): CertificateServices {
	return { ...services, ...services.judgement, passwords: createPasswords(secrets), extensionUri };
}
