import {
	InputBoxValidationSeverity,
	QuickInputButtons,
	window,
	type Disposable,
	type InputBoxValidationMessage,
	type QuickInput,
	type QuickPickItem,
} from 'vscode';

/** An answer, a step back, or undefined when the user gives up. */
export type Answer<Value> =
	{ readonly kind: 'answer'; readonly value: Value } | { readonly kind: 'back' } | undefined;

/** Where a question stands in a row of them. */
export interface QuestionFrame {
	readonly title: string;
	readonly step?: number;
	readonly totalSteps?: number;
	readonly canGoBack: boolean;
}

export interface Choice<Value> extends QuickPickItem {
	readonly value: Value;
}

/** Asks to choose one of a few things. */
export function askChoice<Value>(
	frame: QuestionFrame,
	question: string,
	choices: readonly Choice<Value>[],
	isActive: (value: Value) => boolean,
): Promise<Answer<Value>> {
	const input = window.createQuickPick<Choice<Value>>();
	input.placeholder = question;
	input.items = choices;
	input.activeItems = choices.filter(({ value }) => isActive(value)).slice(0, 1);
	return show(input, frame, (answer) => {
		input.onDidAccept(() => {
			const [chosen] = input.activeItems;
			if (chosen !== undefined) {
				answer(chosen.value);
			}
		});
	});
}

/** What is to be said about a text: an error when it is only a sentence; what weighs less may be answered all the same. */
export type Complaint = string | InputBoxValidationMessage;

/**
 * Asks for a text, and judges it while it is typed.
 *
 * @param complaint Why a text will not do; null when it will.
 */
export function askText(
	frame: QuestionFrame,
	question: string,
	value: string,
	complaint: (text: string) => Complaint | null,
): Promise<Answer<string>> {
	const input = window.createInputBox();
	input.prompt = question;
	input.value = value;
	const judge = (text: string): Complaint | null => {
		const judgement = complaint(text);
		input.validationMessage = judgement ?? undefined;
		return judgement;
	};
	return show(input, frame, (answer) => {
		input.onDidChangeValue((typed) => {
			const text = typed.trim();
			if (text === '') {
				input.validationMessage = undefined;
			} else {
				judge(text);
			}
		});
		input.onDidAccept(() => {
			const text = input.value.trim();
			const judgement = judge(text);
			if (judgement === null || !isError(judgement)) {
				answer(text);
			}
		});
	});
}

function isError(complaint: Complaint): boolean {
	return typeof complaint === 'string' || complaint.severity === InputBoxValidationSeverity.Error;
}

type Steppable = QuickInput & {
	buttons: readonly (typeof QuickInputButtons.Back)[];
	onDidTriggerButton: (listener: (button: unknown) => void) => Disposable;
};

function show<Value>(
	input: Steppable,
	{ title, step, totalSteps, canGoBack }: QuestionFrame,
	listen: (answer: (value: Value) => void) => void,
): Promise<Answer<Value>> {
	return new Promise((resolve) => {
		const settle = (answer: Answer<Value>): void => {
			resolve(answer);
			input.dispose();
		};
		input.title = title;
		input.step = step;
		input.totalSteps = totalSteps;
		input.ignoreFocusOut = true;
		input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
		input.onDidTriggerButton(() => {
			settle({ kind: 'back' });
		});
		input.onDidHide(() => {
			settle(undefined);
		});
		listen((value) => {
			settle({ kind: 'answer', value });
		});
		input.show();
	});
}
