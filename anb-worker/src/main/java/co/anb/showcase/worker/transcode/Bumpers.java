package co.anb.showcase.worker.transcode;

/** The two bumpers as one encoder made them. */
record Bumpers(Bumper opening, Bumper closing) {

  /** Whether both can be stitched to an encoding with these parameter sets. */
  boolean fit(ParameterSets sets) {
    return opening.parameterSets().equals(sets) && closing.parameterSets().equals(sets);
  }
}
