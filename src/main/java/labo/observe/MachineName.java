package labo.observe;

/** The two machines of a lab: A is the learner's, B is the reference. */
public enum MachineName {
    A,
    B
}
