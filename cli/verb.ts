/** How a verb says with which exit status the process ends. */
export type Finish = (status: number) => void;
