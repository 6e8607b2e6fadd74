import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Whether files are being dragged over the page; dropped anywhere they are handed over, and never open in the page's place.
 * While they are not `wanted` the pointer says so, and nothing is handed over.
 */
export function useDroppedFiles(take: (files: Iterable<File>) => void, wanted: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  const taken = useEffectEvent((files: Iterable<File>) => wanted && take(files));
  const sign = useEffectEvent((): DataTransfer['dropEffect'] => (wanted ? 'copy' : 'none'));
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = sign();
      setDragging(true);
    };
    // The window is left when the pointer goes to nothing.
    const leave = (event: DragEvent) => event.relatedTarget === null && setDragging(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(false);
      taken(event.dataTransfer.files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}
