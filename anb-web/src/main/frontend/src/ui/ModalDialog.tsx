import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes';
import ui from './ui.module.css';

interface Props {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Whether a click beside it closes it. */
  isDismissable?: boolean;
  /** An alert dialog asks before something happens. */
  role?: 'dialog' | 'alertdialog';
  /** For the box around it and for itself. */
  className?: string | undefined;
  /** With a DialogTitle among them. */
  children: ReactNode;
}

/** A dialog above the page; the focus stays in it until it closes. */
export function ModalDialog(props: Props) {
  const { isOpen, onOpenChange, isDismissable = true, role = 'dialog', className } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className={ui.overlay ?? ''}
    >
      <Modal {...(className && { className })}>
        <Dialog role={role} className={classes(ui.dialog, className)}>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The heading of a dialog, which is also its name. */
export function DialogTitle({ children }: { children: ReactNode }) {
  return <Heading slot="title">{children}</Heading>;
}
