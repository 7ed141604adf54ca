import { PersonaPicker } from './persona-picker.tsx';
import { PurposeForm } from './purpose-form.tsx';

const DIALOG_ID = 'who-and-why';

/** Where who asks and what for are changed. A page has one of these. */
export function ChangeDialog() {
  return (
    <dialog id={DIALOG_ID} className="dialog" aria-labelledby={`${DIALOG_ID}-title`}>
      <h2 id={`${DIALOG_ID}-title`}>Who asks, and what for</h2>
      <div className="dialog-body">
        <PersonaPicker />
        <PurposeForm />
      </div>
      <form method="dialog">
        <button className="button button-main">Done</button>
      </form>
    </dialog>
  );
}

/** Opens the dialog. */
export function ChangeButton({ children, main = false }: { readonly children: string; readonly main?: boolean }) {
  return (
    <button type="button" className={main ? 'button button-main' : 'button'} onClick={showDialog}>
      {children}
    </button>
  );
}

function showDialog(): void {
  document.querySelector<HTMLDialogElement>(`#${DIALOG_ID}`)?.showModal();
}
