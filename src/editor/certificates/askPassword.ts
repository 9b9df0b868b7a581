import { window } from 'vscode';
import type { Translate } from '../../text';

/**
 * Asks the password of a file, as often as the user wants to try.
 *
 * @param tryPassword Whether it is the right one.
 * @param prompt What is done with it.
 * @returns Whether the right one was given.
 */
export async function askPassword(
	name: string,
	tryPassword: (password: string) => Promise<boolean>,
	t: Translate,
	prompt = t('It is only used to read the file, and forgotten unless you have it remembered.'),
): Promise<boolean> {
	const input = window.createInputBox();
	input.title = t('Password of {0}', name);
	input.prompt = prompt;
	input.password = true;
	input.ignoreFocusOut = true;
	try {
		return await new Promise<boolean>((resolve, reject) => {
			const attempt = async (): Promise<void> => {
				const password = input.value;
				input.busy = true;
				input.enabled = false;
				const isRight = await tryPassword(password);
				input.busy = false;
				input.enabled = true;
				if (isRight) {
					resolve(true);
					return;
				}
				input.value = '';
				input.validationMessage = t('This is not the password of this file. Try again, or press Escape.');
			};
			input.onDidAccept(() => {
				attempt().catch(reject);
			});
			input.onDidChangeValue((value) => {
				if (value !== '') {
					input.validationMessage = undefined;
				}
			});
			input.onDidHide(() => {
				resolve(false);
			});
			input.show();
		});
	} finally {
		input.dispose();
	}
}
