import { useEffect, useState } from 'react';
import { check, type Check, type Measures, type Rules } from './checks';
import { headerFault, type HeaderFault } from './header';
import { measure } from './measure';

/** A file that was chosen, and what is known about it. */
export interface Chosen {
  file: File;
  /** For a video element, as long as it is the chosen one. */
  address: string;
  /** Null while it is being read. */
  checks: Check[] | null;
  measures: Measures | null;
  /** What is wrong with its header. */
  fault: HeaderFault | null;
}

/** Reads a chosen file before anything is sent. */
export function useChosenFile(rules: Rules | undefined) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const address = chosen?.address;
  useEffect(() => {
    if (address === undefined) return;
    return () => URL.revokeObjectURL(address);
  }, [address]);

  const choose = async (file: File | null) => {
    if (file === null || !rules) {
      setChosen(null);
      return;
    }
    const fresh: Chosen = {
      file,
      address: URL.createObjectURL(file),
      checks: null,
      measures: null,
      fault: null,
    };
    setChosen(fresh);
    const unreadable: HeaderFault = { fault: 'file_not_mp4' };
    const fault = await headerFault(file, rules.accept_quicktime).catch(() => unreadable);
    const measures = fault === null ? await measure(fresh.address) : null;
    const checks = check(rules, { size: file.size, fault }, measures);
    // Another file may have been chosen meanwhile.
    setChosen((current) =>
      current?.address === fresh.address ? { ...current, checks, measures, fault } : current,
    );
  };
  return { chosen, choose };
}
