package labo.classroom;

/** Is told how a class comes along; from one thread at a time. */
public interface BatchListener {
    /** Grading begins: so many are in the book already, so many are to be graded. */
    void planned(int known, int toDo);

    /** That student's hand-in is being graded now. */
    void begun(Student student);

    /** That mark is in the book. */
    void entered(Mark mark);
}
