package io.edgepix.derivation.answer;

/** The limit of a function for its answers. A picture over the limit is stored, and the viewer redirected to it. */
@FunctionalInterface
public interface AnswerLimit {
    /** Tells whether an answer with a picture is larger than the function may send. */
    boolean isExceededBy(Answer answer);

    /** Returns the limit of a number of bytes of picture. */
    static AnswerLimit ofPicture(int maxBytes) {
        return answer -> answer.body() instanceof Answer.Picture(byte[] bytes) && bytes.length > maxBytes;
    }
}
