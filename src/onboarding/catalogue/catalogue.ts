import { operation } from './operation';
import { preparation } from './preparation';
import { preproduction } from './preproduction';
import { production } from './production';
import type { Step, Task } from './task';
import { testing } from './testing';

/** All steps, in the order of the manual and Bijlage 1. */
export const steps: readonly Step[] = [preparation, preproduction, testing, production, operation];

/** All tasks, in the order in which the tree shows them. A task comes after those that it depends on. */
export const tasks: readonly Task[] = steps.flatMap((step) => step.tasks);
