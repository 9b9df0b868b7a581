/** The name of the program, as people type it. */
export const programName = 'lopende-zaken';
